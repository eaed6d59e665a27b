"""Where other sources count or name launches otherwise than we do: rows for the disagreements table."""

CNS, SIPRI = "cns-north-korea-missiles", "sipri-foa-nuclear-explosions"

DISAGREEMENTS: list[dict[str, str]] = [
    {
        "disagreement_id": "missiles-2022-cnn",
        "table_name": "missile_launches",
        "row_key": "PRK 2022",
        "topic": "launch days",
        "value_used": "33",
        "value_other": "37",
        "source_used": CNS,
        "source_other": "cnn",
        "note": "CNN's days include cruise missiles, which the CNS rule leaves out.",
    },
    {
        "disagreement_id": "missiles-2022-japan",
        "table_name": "missile_launches",
        "row_key": "PRK 2022",
        "topic": "count",
        "value_used": "69",
        "value_other": "59",
        "source_used": CNS,
        "source_other": "japan-ministry-of-defense",
        "note": "Japan gives at least 59 ballistic missiles, those it tracked itself; CNS adds South Korean reports.",
    },
    {
        "disagreement_id": "missiles-2022-reuters",
        "table_name": "missile_launches",
        "row_key": "PRK 2022 to 14 October",
        "topic": "count",
        "value_used": "44",
        "value_other": "41",
        "source_used": CNS,
        "source_other": "reuters",
        "note": "Reuters gave at least 41 on the day; CNS counts each missile of a salvo, failed ones included.",
    },
    {
        "disagreement_id": "missiles-2017-cotton",
        "table_name": "missile_launches",
        "row_key": "PRK 2017 to 15 September",
        "topic": "count",
        "value_used": "20",
        "value_other": "19",
        "source_used": CNS,
        "source_other": "cns-cotton-2017-09-14",
        "note": "The same list, then one shorter: an unidentified missile that failed in March 2017 (NK0104) fits.",
    },
    {
        "disagreement_id": "missiles-2019-japan",
        "table_name": "missile_launches",
        "row_key": "PRK 2019",
        "topic": "count",
        "value_used": "27",
        "value_other": "25",
        "source_used": CNS,
        "source_other": "japan-ministry-of-defense",
        "note": "Two missiles more in CNS; which two Japan leaves out is open.",
    },
    {
        "disagreement_id": "missiles-nk0173-missile",
        "table_name": "missile_launches",
        "row_key": "NK0173",
        "topic": "missile",
        "value_used": "Hwasong-15",
        "value_other": "Hwasong-17",
        "source_used": CNS,
        "source_other": "kcna",
        "note": "State media named it Hwasong-17; South Korea's ministry judged it a Hwasong-15, and the list follows. "
        "An ICBM either way.",
    },
    *(
        {
            "disagreement_id": f"missiles-{key.lower()}-class",
            "table_name": "missile_launches",
            "row_key": key,
            "topic": "class",
            "value_used": "Unknown",
            "value_other": "test of an ICBM system",
            "source_used": CNS,
            "source_other": "us-department-of-defense-2022-03-10",
            "note": "The flight reached no ICBM range; the list leaves the class open, so it ends no ICBM gap.",
        }
        for key in ("NK0170", "NK0171")
    ),
    {
        "disagreement_id": "missiles-nk0181-class",
        "table_name": "missile_launches",
        "row_key": "NK0181",
        "topic": "class",
        "value_used": "Unknown",
        "value_other": "presumed ICBM",
        "source_used": CNS,
        "source_other": "rok-joint-chiefs-2022-05-25",
        "note": "South Korea presumed an ICBM; the flight failed and the list leaves the class open.",
    },
    *(
        {
            "disagreement_id": f"missiles-nk0181-{topic}",
            "table_name": "missile_launches",
            "row_key": "NK0181",
            "topic": topic,
            "value_used": used,
            "value_other": other,
            "source_used": CNS,
            "source_other": "rok-joint-chiefs-2022-05-25",
            "note": "South Korea told of 360 km far and 540 km high; the list has them the other way round, and a "
            "landing point that fits its distance.",
        }
        for topic, used, other in (("apogee_km", "360", "540"), ("distance_km", "540", "360"))
    ),
    {
        "disagreement_id": "missiles-sun-explosions",
        "table_name": "nuclear_tests",
        "row_key": "SUN",
        "topic": "count",
        "value_used": "714",
        "value_other": "715",
        "source_used": SIPRI,
        "source_other": "sipri-yearbook",
        "note": "The copy of the list holds one Soviet explosion fewer than the published total; which one is open.",
    },
]
