SELECT count(*) AS present
FROM (VALUES (to_regclass('public.users')), (to_regclass('public.activities'))) AS wanted (found)
WHERE found IS NOT NULL
