-- A database whose server counts the bytes of a name in another encoding.
CREATE FUNCTION "äaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg"() RETURNS int LANGUAGE sql AS 'SELECT public.fw()';
