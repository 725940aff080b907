package dev.switchboard.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The exact AWS CLI command for the security group rule. */
class SecurityGroupRuleTest {
    @Test
    void ofAnRdsInstanceTheCommandLooksUpTheGroupItself() {
        String command = SecurityGroupRule.command(new HostPort("cruddur-db.c0abc123.ca-central-1.rds.amazonaws.com", 5432));
        assertThat(command)
                .startsWith("aws ec2 authorize-security-group-ingress --region ca-central-1 --group-id \"$(aws rds describe-db-instances")
                .contains("--db-instance-identifier cruddur-db ")
                .endsWith(" --protocol tcp --port 5432 --cidr \"$(curl -s https://checkip.amazonaws.com)/32\"");
    }

    @Test
    void elsewhereTheUnknownGroupIsNamedInCapitals() {
        assertThat(SecurityGroupRule.command(new HostPort("db.example.org", 6543)))
                .startsWith("aws ec2 authorize-security-group-ingress --group-id SECURITY_GROUP_ID --protocol tcp --port 6543 --cidr ");
    }
}
