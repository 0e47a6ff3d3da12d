"""Making the packs of many organisations in one run."""
