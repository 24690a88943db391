"""The easy edition: large type, one idea with one pictogram each, who helps and when. The client holds it."""
