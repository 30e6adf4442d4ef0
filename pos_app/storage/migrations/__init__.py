"""The steps that bring an older file up to the present shape."""
