insert into derived.roll_call_places
select
    session,
    row_number() over (partition by session order by voted_on, roll_call_id) - 1 as place,
    roll_call_id,
    voted_on,
    (yes > 0)::integer + (abstain > 0)::integer + (no > 0)::integer <= 1 as unanimous,
    list_filter(
        [
            'all',
            case when text_kind = 'resolution' and not part then 'resolutions' end,
            case when middle_east then 'middle_east' end,
            case when nuclear then 'nuclear' end,
            case when disarmament then 'disarmament' end,
            case when human_rights then 'human_rights' end,
            case when colonialism then 'colonialism' end,
            case when development then 'development' end,
            case when ukraine then 'ukraine' end
        ],
        lambda name: name is not null
    ) as universes
from roll_calls
