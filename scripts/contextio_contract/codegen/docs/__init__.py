"""The API reference: one page of HTML, made from the contract and the documented rules."""
