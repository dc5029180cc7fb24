// For CHTML only, which includes the headers itself: see there.
