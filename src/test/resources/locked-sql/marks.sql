-- Operators that PostgreSQL never applies without their being written.
CREATE FUNCTION same(text, int) RETURNS boolean LANGUAGE sql AS 'SELECT public.fw() = 7';
CREATE OPERATOR === (FUNCTION = same, LEFTARG = text, RIGHTARG = int);
CREATE OPERATOR ?= (FUNCTION = same, LEFTARG = text, RIGHTARG = int);
CREATE OPERATOR ? (FUNCTION = same, LEFTARG = text, RIGHTARG = int);
CREATE FUNCTION negated(t) RETURNS boolean LANGUAGE sql AS 'SELECT public.fw() = 7';
CREATE OPERATOR @- (FUNCTION = negated, RIGHTARG = t);
CREATE OPERATOR !! (FUNCTION = negated, RIGHTARG = t);
CREATE SCHEMA elsewhere; GRANT USAGE ON SCHEMA elsewhere TO PUBLIC;
