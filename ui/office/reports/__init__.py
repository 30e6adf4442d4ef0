"""The office's pages of questions: today, rewards, sales, the queue, why."""
