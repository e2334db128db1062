"""The pieces a brief is drawn from; each knows its own measures, none knows a figure."""
