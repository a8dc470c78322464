"""What can be typed, as a table: the line, and the sentences it is understood as."""

from __future__ import annotations

import pytest

from knotbook.domain.records import Day, Effort, Exercise, JointSign, Pain, Release, Sign
from knotbook.grammar.parse import parse
from knotbook.grammar.parsed import Parsed
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.words import Words, load_words
from tests.fakes import FakeClock

CATALOGUE = Catalogue.load()
WORDS = load_words()
NOW = FakeClock().now()  # Tuesday 3 March 2026, 10:30 in Berlin


def understood(text: str, words: Words = WORDS) -> Parsed:
    return parse(text, NOW, CATALOGUE, words)


SAVED = {
    # pain: number, place and side in any order
    "pir r 6": "6 at right piriformis – now",
    "6 pir r": "6 at right piriformis – now",
    "r pir 6": "6 at right piriformis – now",
    "6 at right piriformis": "6 at right piriformis – now",
    "PIR R 6": "6 at right piriformis – now",
    "  pir   r\t6 ": "6 at right piriformis – now",
    "pir r 6/10": "6 at right piriformis – now",
    "pir r x": "10 at right piriformis – now",
    "pir r 10": "10 at right piriformis – now",
    "pir r 0": "0 at right piriformis – now",
    "pain in my right knee 4": "4 at right knee joint – now",
    "my knee r hurts 4": "4 at right knee joint – now",
    "knee inner left 3": "3 at left inner knee – now",
    "biceps femoris, long head, left: 5": "5 at left biceps femoris, long head – now",
    "sacrum 3": "3 at sacrum and tailbone – now",
    "si joint l 2": "2 at left sacroiliac joint – now",
    "piriforms r 4": "4 at right piriformis – now",
    "it band r 4": "4 at right iliotibial band – now",
    "knee r no pain": "0 at right knee joint – now",
    "pir both 4": "4 at right piriformis – now\n4 at left piriformis – now",
    "pir r and l 4": "4 at right piriformis – now\n4 at left piriformis – now",
    # its qualities and what goes with it
    "pir r 6 cramp woke me": "6 at right piriformis, cramp, woke me – now",
    "pir r cramp 6 woke me up": "6 at right piriformis, cramp, woke me – now",
    "cramp pir r 6": "6 at right piriformis, cramp – now",
    "pir cramp r 6": "6 at right piriformis, cramp – now",
    "pir r 6 aching, achy and aches": "6 at right piriformis, ache – now",
    "knee r 5 sharp on stairs": "5 at right knee joint, sharp, on stairs – now",
    "knee r 5 sharp stairs": "5 at right knee joint, sharp, on stairs – now",
    "hip r 4 at rest": "4 at right hip joint, at rest – now",
    "groin r 3 after sitting": "3 at right groin, after sitting – now",
    "groin r after sitting 3": "3 at right groin, after sitting – now",
    "outer hip l 4 lying on it": "4 at left outer hip, lying on it – now",
    "glmed r 2 sore": "2 at right gluteus medius, sore to touch – now",
    "calf outer l 2 pins and needles": "2 at left outer calf, tingling – now",
    "walking 6 knee r": "6 at right knee joint, walking – now",
    "groin r 4 pinching catching": "4 at right groin, pinching, catching – now",
    # "deep" is a word of both kinds
    "pir r deep 6": "6 at right piriformis, deep – now",
    "deep pir r 6": "6 at right piriformis, deep – now",
    "groin r deep 4": "4 at right groin, deep – now",
    "deep buttock r 6": "6 at right piriformis – now",
    # joint signs
    "click hip r": "click at right hip joint – now",
    "hip r clicked": "click at right hip joint – now",
    "knee l gave way": "giving way at left knee joint – now",
    "pop and click knee r": "pop at right knee joint – now\nclick at right knee joint – now",
    "hip r 4 click": "4 at right hip joint – now\nclick at right hip joint – now",
    # releases
    "release glmed l ball 90s for knee r": (
        "release of left gluteus medius, lacrosse ball, 90 s, for right knee joint – now"
    ),
    "ball pir r 2 min pressure 6": "release of right piriformis, lacrosse ball, 2 min, pressure 6 – now",
    "foam roller vl r 60 sec": "release of right vastus lateralis, foam roller, 60 s – now",
    "released pir r with the ball for 1 min 30 s": "release of right piriformis, lacrosse ball, 90 s – now",
    "pressed add long l by hand": "release of left adductor longus, hands – now",
    "release hip r other 60s": "release of right hip joint, other, 60 s – now",
    "massage gun ql r 1.5 min": "release of right quadratus lumborum, massage gun, 90 s – now",
    "release pir r": "release of right piriformis – now",
    "rel pir r for knee r and groin l": "release of right piriformis, for right knee joint and for left groin – now",
    "rel pir r for knee r for pir l": "release of right piriformis, for right knee joint and for left piriformis – now",
    "release pir r for right sacrum and SI joint": "release of right piriformis, for right sacrum and SI joint – now",
    "release glmed both 60s": "release of right gluteus medius, 60 s – now\nrelease of left gluteus medius, 60 s – now",
    "ball pir r for 90s": "release of right piriformis, lacrosse ball, 90 s – now",
    # exercises
    "bridges 3x12 20kg": "Bridges, 3 × 12, 20 kg – now",
    "glute bridge 3 x 12 with 20 kg": "Bridges, 3 × 12, 20 kg – now",
    "did bridges 3 sets of 12": "Bridges, 3 × 12 – now",
    "bridges 3×12": "Bridges, 3 × 12 – now",
    "bridges 12 reps": "Bridges, 12 reps – now",
    "bridges 2 sets": "Bridges, 2 sets – now",
    "clams r 3x15 effort 7": "Clams, right, 3 × 15, effort 7 – now",
    "clams 3x15 l": "Clams, left, 3 × 15 – now",
    "hip flexor stretch 2x45s": "Hip flexor stretch, 2 × 45 s – now",
    "deadlifts 3x8 44lb": "Deadlifts, 3 × 8, 19.96 kg – now",
    "deadlifts 3x8 12,5kg": "Deadlifts, 3 × 8, 12.5 kg – now",
    "walk 30 min": "Walk, 30 min – now",
    "10 min walk": "Walk, 10 min – now",
    "walked 1 h 15 min": "Walk, 75 min – now",
    "rest": "Rest – now",
    "nordic curls 3x8": "new exercise: Nordic curls, 3 × 8 – now",
    "exercise ankle circles": "new exercise: Ankle circles – now",
    # the day
    "slept 6.5h woke 2 sitting 8 stress 4 mood 6": "today: slept 6.5 h, woke 2 times, sitting 8 h, stress 4, mood 6",
    "slept 6:30": "today: slept 6.5 h",
    "slept 6 h 30 min": "today: slept 6.5 h",
    "slept 7,25": "today: slept 7.25 h",
    "woke once": "today: woke 1 times",
    "sat 9 hours yesterday": "yesterday: sitting 9 h",
    "mood 7/10": "today: mood 7",
    "nothing hurt today": "today: nothing hurt",
    "nothing hurt": "today: nothing hurt",
    "no pain yesterday": "yesterday: nothing hurt",
    "nothing hurts, mood 9": "today: nothing hurt, mood 9",
    "check-in 2 march": "yesterday: check-in",
    "note slept like a stone": 'today: note "slept like a stone"',
    "note: 6 of 10 people; mood 3": 'today: mood 3, note "6 of 10 people"',
    "slept 7 note new pillow": 'today: slept 7 h, note "new pillow"',
    "slept 7; woke 1": "today: slept 7 h, woke 1 times",
    # notes
    "pir r 6 note like a rope": '6 at right piriformis, note "like a rope" – now',
    'pir r 6 "like; a rope"': '6 at right piriformis, note "like; a rope" – now',
    'pir r "like a rope" 6': '6 at right piriformis, note "like a rope" – now',
    'pir r 6 note "say ""hm"""': '6 at right piriformis, note "say ""hm""" – now',
    "pir r 6 note at 14:30 it began": '6 at right piriformis, note "at 14:30 it began" – now',
    "click hip r note in the car": 'click at right hip joint, note "in the car" – now',
    # times
    "pir r 6 now": "6 at right piriformis – now",
    "pir r 6 at 8:30": "6 at right piriformis, from memory – today at 08:30",
    "at 8:30 pir r 6": "6 at right piriformis, from memory – today at 08:30",
    "pir r 6 8:30am": "6 at right piriformis, from memory – today at 08:30",
    "pir r 6 at 9am": "6 at right piriformis, from memory – today at 09:00",
    "pir r 6 12am": "6 at right piriformis, from memory – today at 00:00",
    "pir r 6 at 14:30": "6 at right piriformis, from memory – yesterday at 14:30",
    "pir r 6 11pm": "6 at right piriformis, from memory – yesterday at 23:00",
    "pir r 6 yesterday 22:00": "6 at right piriformis, from memory – yesterday at 22:00",
    "pir r 6 20 min ago": "6 at right piriformis – today at 10:10",
    "pir r 6 half an hour ago": "6 at right piriformis – today at 10:00",
    "pir r 6 an hour ago": "6 at right piriformis – today at 09:30",
    "pir r 6 2h ago": "6 at right piriformis, from memory – today at 08:30",
    "pir r 6 1 h 20 min ago": "6 at right piriformis, from memory – today at 09:10",
    "pir r 6 2 days ago 7:00": "6 at right piriformis, from memory – 1 March at 07:00",
    "pir r 6 day before yesterday 7:00": "6 at right piriformis, from memory – 1 March at 07:00",
    "pir r 6 on Sunday 7:00": "6 at right piriformis, from memory – 1 March at 07:00",
    "pir r 6 1 march 7:00": "6 at right piriformis, from memory – 1 March at 07:00",
    "pir r 6 march 1st 7:00": "6 at right piriformis, from memory – 1 March at 07:00",
    "pir r 6 on the 1st of march 2025 at 7:00": "6 at right piriformis, from memory – 1 March 2025 at 07:00",
    "pir r 6 2026-03-01 07:00": "6 at right piriformis, from memory – 1 March at 07:00",
    "pir r 6 1 april 7:00": "6 at right piriformis, from memory – 1 April 2025 at 07:00",
    "pir r 6 29 feb 7:00": "6 at right piriformis, from memory – 29 February 2024 at 07:00",
    "bridges 3x12 yesterday 18:00": "Bridges, 3 × 12 – yesterday at 18:00",
    "release pir r 90s at 10:00": "release of right piriformis, 90 s – today at 10:00",
    "yesterday note bad night": 'yesterday: note "bad night"',
    "slept 5 on monday": "yesterday: slept 5 h",
    # several at once
    "pir r 6; glmed l 4": "6 at right piriformis – now\n4 at left gluteus medius – now",
    "pir r 6;;\n ;glmed l 4;": "6 at right piriformis – now\n4 at left gluteus medius – now",
    "clams r 3x15; walk 30 min": "Clams, right, 3 × 15 – now\nWalk, 30 min – now",
}

REFUSED = {
    "pir 6": "Right or left? Add r or l after “pir” (piriformis).",
    "release glmed 60s": "Right or left? Add r or l after “glmed” (gluteus medius).",
    "release pir r for knee": "Right or left? Add r or l after “knee” (knee joint).",
    "release pir r for": "For which pain? Add a place after “for”.",
    "release": "Release where? Add a place, such as “glmed l”.",
    "pir r": "How strong? Add 0 to 10.",
    "pir r cramp": "How strong? Add 0 to 10.",
    "6": "Where? Add a place, such as “pir r”.",
    "xyzzy 5": "Not understood: “xyzzy”. Put free words behind “note”.",
    "xyzzy": "Not understood: “xyzzy”. Put free words behind “note”.",
    "pir r 6 blah blub": "Not understood: “blah blub”. Put free words behind “note”.",
    "release pir r 60s quickly": "Not understood: “quickly”. Put free words behind “note”.",
    "slept 7 like a stone": "Not understood: “like a stone”. Put free words behind “note”.",
    "stress 4 pir r": "Not understood: “pir r”. Put free words behind “note”.",
    "pir r 11": "Pain goes from 0 to 10 in whole numbers, so 11 cannot be kept.",
    "pir r 6.5": "Pain goes from 0 to 10 in whole numbers, so 6.5 cannot be kept.",
    "pir r -3": "Pain goes from 0 to 10 in whole numbers, so -3 cannot be kept.",
    "stress 12": "Stress goes from 0 to 10 in whole numbers, so 12 cannot be kept.",
    "bridges 3x12 effort 20": "Effort goes from 0 to 10 in whole numbers, so 20 cannot be kept.",
    "release pir r pressure 11": "Pressure goes from 0 to 10 in whole numbers, so 11 cannot be kept.",
    "release pir r 60": "What is 60? Write 90s for how long, pressure 6 for how hard.",
    "release pir r 30 h": "30 h is longer than a day.",
    "release pir r ball gun": "Two tools in one release (lacrosse ball and massage gun): put ; between them.",
    "bridges 3x12 20": "What is 20? Write 3x12 for sets and repetitions, 20kg, 30s or effort 6.",
    "3x12": "Which exercise? Add its name, such as “bridges”.",
    "slept 30h": "“slept 30h”: a day has 24 hours.",
    "pir r 6 glmed l 4": "Two numbers in one entry (6 and 4): put ; between entries, or write a time as 9:00.",
    "knee r and groin r 5": "A second place in one entry: “knee”. Put ; between entries.",
    "click hip r on stairs": "“on stairs” belongs to a pain: add 0 to 10, or put it behind “note”.",
    "pir r 6 yesterday": "At what time? For example: yesterday 22:00",
    "pir r 6 at 25:99": "“25:99” is not a time of day.",
    "pir r 6 at 13pm": "“13pm” is not a time of day.",
    "pir r 6 31 feb 10:00": "“31 feb” is not a day of the calendar.",
    "pir r 6 2026-13-01 10:00": "“2026-13-01” is not a day of the calendar.",
    "pir r 6 1 may 1871 10:00": "“1 may 1871” is before 1970.",
    "pir r 6 today 23:00": "Today 23:00 has not come yet.",
    "pir r 6 1 may 2030 10:00": "1 May 2030 10:00 has not come yet.",
    "slept 7 1 may 2030": "1 May 2030 has not come yet.",
    "pir r 6 999999999 h ago": "That is too long ago.",
    "pir r 6 99999 weeks ago 8:00": "“99999 weeks ago” is before 1970.",
    "pir r 6 1.5 days ago 8:00": "“1.5 days ago” is not a whole number of days.",
    'pir r 6 "open': "The note is not finished: close its quotation mark.",
    "pir r 6 note": "What is the note? Write it behind “note”.",
    "a" * 5000: "That is too long: a line may have 4000 characters.",
    "pir r 6;" * 50: "That is too much at once: a line may have 40 entries.",
}


@pytest.mark.parametrize(("text", "words"), SAVED.items(), ids=range(len(SAVED)))
def test_what_is_typed_is_understood_as(text: str, words: str) -> None:
    parsed = understood(text)
    assert [problem.words for problem in parsed.errors] == []
    assert "\n".join(parsed.words) == words
    assert parsed.ready and len(parsed.bodies) == len(parsed.words)


@pytest.mark.parametrize(("text", "words"), REFUSED.items(), ids=range(len(REFUSED)))
def test_what_is_not_understood_is_said_exactly(text: str, words: str) -> None:
    parsed = understood(text)
    assert not parsed.ready
    assert [problem.words for problem in parsed.errors] == [words]


def test_the_bodies_hold_what_the_sentences_say() -> None:
    pain, release, exercise, sign, day = understood(
        "pir r 6 cramp woke me; release glmed l ball 90s for knee r; clams r 3x12 20kg; click hip r; slept 6.5 mood 4"
    ).bodies
    assert isinstance(pain, Pain) and pain.when == NOW and not pain.recalled
    assert (str(pain.place), pain.intensity, pain.qualities, pain.context) == (
        "piriformis.right",
        6,
        ("cramp",),
        ("woke me",),
    )
    assert isinstance(release, Release) and (release.tool, release.seconds) == ("lacrosse ball", 90)
    assert [str(place) for place in release.pain_for] == ["knee_joint.right"]
    assert isinstance(exercise, Exercise) and exercise.kind is Effort.STRENGTHEN
    assert [str(muscle) for muscle in exercise.muscles] == ["gluteus_medius.right"]
    assert (exercise.sets, exercise.reps, exercise.load_kg) == (3, 12, 20.0)
    assert isinstance(sign, JointSign) and sign.sign is Sign.CLICK
    assert day == Day(day=NOW.day(), sleep_hours=6.5, mood=4)


def test_one_bad_entry_keeps_the_others_and_the_line_from_being_saved() -> None:
    parsed = understood("pir r 6; blah; glmed l 4")
    assert len(parsed.bodies) == 2 and len(parsed.errors) == 1 and not parsed.ready


def test_nothing_typed_is_neither_right_nor_wrong() -> None:
    assert understood(" ; \n ") == Parsed()


def test_what_is_still_to_come_is_told_apart_from_what_is_wrong() -> None:
    assert all(problem.unfinished for problem in understood("pir r").errors)
    assert all(problem.unfinished for problem in understood("pir r 6 cra").errors)  # "cramp" is on its way
    assert not any(problem.unfinished for problem in understood("pir r 6 cra ").errors)
    assert not any(problem.unfinished for problem in understood("pir r 11").errors)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("pir r 6 c", "“c” could become: cramp, catching, click, catch."),  # "a second place" would be a wrong alarm
        ("pir r 6 cramp wok", "“wok” could become: woke me."),
        ("release glmed l ba", "“ba” could become: lacrosse ball."),
        ("slept", "How many hours? Such as “slept 6.5h”."),
        ("slept 6.5h woke ", "How often? Such as “woke 2”."),
        ("mood", "How much, 0 to 10? Such as “mood 4”."),
    ],
)
def test_a_line_that_is_being_typed_raises_no_alarm(typed: str, said: str) -> None:
    parsed = understood(typed)
    assert [problem.words for problem in parsed.errors] == [said]
    assert not parsed.ready and all(problem.unfinished for problem in parsed.errors)


def test_a_ten_beside_nothing_but_small_words_asks_for_the_place() -> None:
    assert [problem.words for problem in understood("x for x").errors] == ["Where? Add a place, such as “pir r”."]


def test_a_place_too_many_is_still_said_while_it_is_typed() -> None:
    (problem,) = understood("pir r 6 knee r").errors
    assert "second place" in problem.words


def test_an_exercise_of_ones_own_is_known_with_its_muscles() -> None:
    done = Exercise(when=NOW, name="Nordic curls", kind=Effort.STRETCH, muscles=(CATALOGUE.find("st r")[0],))
    (body,) = understood("nordic curls 3x8", WORDS.with_done([done])).bodies
    assert isinstance(body, Exercise) and body.kind is Effort.STRETCH and body.muscles == done.muscles
    assert understood("nordic curls 3x8", WORDS.with_done([done])).words == ("Nordic curls, 3 × 8 – now",)


def test_the_kind_of_a_new_exercise_follows_its_name() -> None:
    kinds = {text: understood(f"exercise {text}").bodies[0] for text in ("calf stretch thing", "hill walk", "curls")}
    assert [b.kind for b in kinds.values() if isinstance(b, Exercise)] == [
        Effort.STRETCH,
        Effort.CARDIO,
        Effort.STRENGTHEN,
    ]


@pytest.mark.parametrize("text", ["word r 5", "head r 5", "leg r 4", "deep r 4", "long r 4"])
def test_a_word_from_the_middle_of_a_name_asks_instead_of_saving_somewhere(text: str) -> None:
    parsed = understood(text)
    assert parsed.bodies == () or not parsed.ready
    assert any("could be" in problem.words for problem in parsed.errors)
