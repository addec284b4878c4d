"""The report as one page that can be sent to anybody: no network, no markup but ours."""
