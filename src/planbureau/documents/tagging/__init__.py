"""Tagged PDF (PDF/UA-1) on top of ReportLab's canvas: marked content, structure tree, links, metadata."""
