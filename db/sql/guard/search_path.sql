SELECT pg_catalog.set_config('search_path', :path, true) AS search_path
