-- Planted in each database of LockedSqlAttackTest. Each function that an attack tries to reach writes the file "trip".
GRANT CREATE, USAGE ON SCHEMA public TO PUBLIC;
CREATE FUNCTION fw() RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS $$BEGIN COPY (SELECT 1) TO '«SCRATCH»/trip'; RETURN 7; END$$;
CREATE FUNCTION good(text) RETURNS boolean LANGUAGE sql AS 'SELECT public.fw() = 7';
CREATE TABLE t (id int PRIMARY KEY, email text, made timestamptz DEFAULT now()) WITH (autovacuum_enabled = false);
INSERT INTO t (id, email) VALUES (0, 'a@example.org'), (1, 'b@example.org'), (2, NULL);
CREATE SEQUENCE s;
ALTER TABLE t OWNER TO attack_owner;
ALTER SEQUENCE s OWNER TO attack_owner;
