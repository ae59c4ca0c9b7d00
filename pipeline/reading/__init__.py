"""Files and strings -> `DocumentText`: one canonical string with its pages and blocks."""
