"""Reading content items from tables: CSV files and workbooks of spreadsheets."""
