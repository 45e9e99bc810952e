"""What the rows of Today tell of a person beside the name, in SQL: `person` is whom a row is about."""

TOPIC = """coalesce((SELECT topic.name FROM person_topic JOIN topic ON topic.id = person_topic.topic_id
        WHERE person_topic.person_id = person.id ORDER BY person_topic.rank, topic.id LIMIT 1), '')"""
PLATFORM = """coalesce((SELECT handle.platform FROM handle
        WHERE handle.person_id = person.id ORDER BY handle.rank, handle.id LIMIT 1), '')"""
LAST = """LEFT JOIN interaction AS last ON last.id = (SELECT interaction.id FROM participant
        JOIN interaction ON interaction.id = participant.interaction_id
        WHERE participant.person_id = person.id
        ORDER BY interaction.happened_on DESC, interaction.id DESC LIMIT 1)"""
