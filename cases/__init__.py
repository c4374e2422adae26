"""Case tasks: story, facts, tasks, twins and variants."""
