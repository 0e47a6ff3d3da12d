"""Reading content items from tables: CSV files and Excel workbooks."""
