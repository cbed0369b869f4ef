"""How a run is shown: drawn on a terminal, as plain lines, or as JSON. One board behind all of them."""
