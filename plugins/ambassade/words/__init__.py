"""What words tell: their language, a number to call, that somebody wrote them before."""
