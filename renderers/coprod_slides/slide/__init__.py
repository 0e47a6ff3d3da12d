"""Write a slide: its shapes, paragraphs, figures, tables, pictures and notes."""
