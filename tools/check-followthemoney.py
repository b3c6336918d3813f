"""Every line is an entity that followthemoney takes whole: known schema, known properties, valid and clean values, no loose ends."""
import json
import sys

from followthemoney import model

entities = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
ids = {entity["id"] for entity in entities}
assert len(ids) == len(entities), "two entities have one id"
for entity in entities:
    schema = model.get(entity["schema"])
    assert schema is not None, entity["schema"]
    schema.validate(entity)
    proxy = model.get_proxy(entity, cleaned=False)
    for name, values in entity["properties"].items():
        prop = schema.get(name)
        assert prop is not None, f"{entity['schema']} has no {name}"
        kept = proxy.get(name)
        assert len(kept) == len(set(values)), f"{entity['schema']}.{name}: {values} became {kept}"
        if prop.range is not None:
            for value in values:
                assert value in ids, f"{entity['schema']}.{name} leads nowhere"
                other = model.get(next(one["schema"] for one in entities if one["id"] == value))
                assert other.is_a(prop.range), f"{entity['schema']}.{name}: {other.name} is no {prop.range.name}"
print(f"{sys.argv[1]}: {len(entities)} entities, all valid")
