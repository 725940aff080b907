SELECT current_setting('standard_conforming_strings') = 'on' AS plain_strings
