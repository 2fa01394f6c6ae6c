"""Privacy of reports: what a run did not create is masked in them."""
