"""A definition to start from: questions, answers, the plan that they make, and a project to put it in."""
