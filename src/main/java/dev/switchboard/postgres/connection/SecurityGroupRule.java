package dev.switchboard.postgres.connection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates the AWS CLI command that allows an address in the security group of a database. The program itself changes no rule. */
final class SecurityGroupRule {
    private static final Pattern RDS = Pattern.compile("([a-z0-9-]+)\\.[a-z0-9-]+\\.([a-z0-9-]+)\\.rds\\.amazonaws\\.com(\\.cn)?");

    private SecurityGroupRule() {}

    /**
     * Returns the shell command. Unknown parts are placeholders in capitals. For an RDS instance, whose host name contains the instance and
     * region, the command looks up the security group; it also looks up the public address of this machine.
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
