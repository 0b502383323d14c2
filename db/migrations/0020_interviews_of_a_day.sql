-- Whether somebody held many interviews on one day is asked over every opening: tiredness knows none.
CREATE INDEX interview_progress_day ON interview_progress (organization_id, scheduled_at);
