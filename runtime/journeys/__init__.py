"""What became of each image on its way through a dataset, from run to run."""
