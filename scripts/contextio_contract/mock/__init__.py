"""Mock of a description: state in memory and answers, for operations that nobody wrote code for."""
