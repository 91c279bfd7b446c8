"""The sample's daily office work: meetings, rules, places, archive, seals, visitors, visits, cash, plans."""

from __future__ import annotations

from app.sample.cash import enter_cash
from app.sample.honours import enter_honours
from app.sample.meetings import enter_meetings
from app.sample.office import Staff
from app.sample.office_books import enter_archive, enter_handover, enter_places, enter_rules, enter_seals
from app.sample.people import Inventor
from app.sample.plans import enter_plans
from app.sample.visits import enter_company_visits, enter_visitors


def enter_daily_work(inventor: Inventor, staff: Staff) -> None:
    """Enter what the office did day by day, after everything that its cash book speaks of."""
    enter_meetings(staff)
    enter_rules(staff)
    enter_places(staff)
    enter_archive(staff)
    enter_seals(staff)
    enter_handover(staff)
    enter_visitors(inventor, staff)
    enter_company_visits(staff)
    enter_cash(staff)
    enter_plans(staff)
    enter_honours(staff)
