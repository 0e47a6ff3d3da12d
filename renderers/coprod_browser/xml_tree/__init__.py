"""The part of lxml.etree that writing Office files needs, in pure Python."""
