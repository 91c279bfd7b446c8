from app.office import Office
from app.records.prepared import Prepared
from app.subjects.members.records import Member
from tests.factories.people import make_member


def test_what_is_composed_once_is_answered_for_each_value(office: Office) -> None:
    first, second = make_member(name="陆建国"), make_member(name="王芳")
    named = Prepared(lambda name: Member.alive().where(Member.name == name).select(Member.id, Member.name))
    assert named("王芳") == [(second.id, "王芳")]
    assert named("陆建国") == [(first.id, "陆建国")]
    assert named("李四") == []
