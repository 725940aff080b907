package dev.switchboard.postgres.connection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The AWS CLI command that lets an address through the security group of a database. The console itself changes no rule. */
final class SecurityGroupRule {
    private static final Pattern RDS = Pattern.compile("([a-z0-9-]+)\\.[a-z0-9-]+\\.([a-z0-9-]+)\\.rds\\.amazonaws\\.com(\\.cn)?");

    private SecurityGroupRule() {}

    /**
     * The command as a shell takes it. What is not known stands in capitals; the group of an RDS instance, whose name tells
     * instance and region, is looked up by the command itself, and so is the address that the internet sees of this machine.
     */
    static String command(HostPort server) {
        Matcher rds = RDS.matcher(server.host());
        boolean known = rds.matches() && !rds.group(0).contains(".cluster-");
        String group = known
                ? "\"$(aws rds describe-db-instances --region " + rds.group(2) + " --db-instance-identifier " + rds.group(1)
                        + " --query 'DBInstances[0].VpcSecurityGroups[0].VpcSecurityGroupId' --output text)\""
                : "SECURITY_GROUP_ID";
        return "aws ec2 authorize-security-group-ingress" + (known ? " --region " + rds.group(2) : "")
                + " --group-id " + group
                + " --protocol tcp --port " + server.port()
                + " --cidr \"$(curl -s https://checkip.amazonaws.com)/32\"";
    }
}
