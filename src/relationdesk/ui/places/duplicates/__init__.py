"""People who may be on the desk twice: proposed, compared field by field, merged."""
