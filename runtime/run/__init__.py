"""From a plan to artifacts: jobs, the worker, order, failure and cancelling."""
