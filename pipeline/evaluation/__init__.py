"""A run against gold annotations: precision, recall, F1, extra rows, attributes of matched rows."""
