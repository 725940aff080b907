-- Settings of a database that change how the server reads a text.
ALTER DATABASE "«DATABASE»" SET standard_conforming_strings = off;
ALTER DATABASE "«DATABASE»" SET backslash_quote = on;
ALTER DATABASE "«DATABASE»" SET escape_string_warning = off;
ALTER DATABASE "«DATABASE»" SET transform_null_equals = on;
ALTER DATABASE "«DATABASE»" SET default_transaction_read_only = off;
