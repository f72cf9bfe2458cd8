"""The parts of reading trade figures: numbers, countries, flows, periods, and rows made of them."""
