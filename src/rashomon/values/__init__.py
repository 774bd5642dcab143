"""What a claim can say: quantities, periods, places, names and sentences; parsed, compared, said in words."""
