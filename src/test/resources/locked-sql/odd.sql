-- Names of signs, whose mention in nearly every text would hide what else is refused.
CREATE FUNCTION "two words"() RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
CREATE FUNCTION "$1"() RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
CREATE FUNCTION "*"() RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
CREATE FUNCTION "(" () RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
CREATE FUNCTION "%"() RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
CREATE FUNCTION "_"() RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
CREATE FUNCTION "a\b"() RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
CREATE FUNCTION "a?b"() RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
CREATE FUNCTION "a:b"() RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
CREATE FUNCTION "1"() RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
CREATE FUNCTION "select"() RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
