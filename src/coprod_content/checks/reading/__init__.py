"""Reading ages of texts, and who reads them."""
