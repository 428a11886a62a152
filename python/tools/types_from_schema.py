"""Writes src/gongbao/records.py: the types of the record contract, made from its JSON Schema.

    python tools/types_from_schema.py           writes the file
    python tools/types_from_schema.py --check   fails where the file is not what the schema gives
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "Docs" / "gongbao-1.schema.json"
TARGET = Path(__file__).resolve().parents[1] / "src" / "gongbao" / "records.py"

HEAD = '''"""The types of the record contract `gongbao/1`, made from its JSON Schema by tools/types_from_schema.py."""

import sys
from typing import Any, List, Literal, Optional, TypedDict, Union

if sys.version_info >= (3, 11):
    from typing import NotRequired, Required
else:
    from typing_extensions import NotRequired, Required
'''


def class_name(name):
    return name[0].upper() + name[1:] + "Record"


def is_object(schema):
    return schema.get("type") == "object" and "properties" in schema


def type_of(schema, definitions):
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        target = definitions[name]
        return f'"{class_name(name)}"' if is_object(target) else type_of(target, definitions)
    if "const" in schema:
        return f"Literal[{schema['const']!r}]"
    if "enum" in schema:
        values = [value for value in schema["enum"] if value is not None]
        text = f"Literal[{', '.join(repr(value) for value in values)}]"
        return text if len(values) == len(schema["enum"]) else f"Optional[{text}]"
    for word in ("anyOf", "oneOf"):
        if word in schema:
            parts = [type_of(part, definitions) for part in schema[word]]
            others = [part for part in dict.fromkeys(parts) if part != "None"]
            text = others[0] if len(others) == 1 else f"Union[{', '.join(others)}]"
            return f"Optional[{text}]" if "None" in parts else text
    kind = schema.get("type")
    if isinstance(kind, list):
        rest = [part for part in kind if part != "null"]
        text = type_of({**schema, "type": rest[0]}, definitions) if len(rest) == 1 else "Any"
        return f"Optional[{text}]" if "null" in kind else text
    if kind == "array":
        return f"List[{type_of(schema.get('items', {}), definitions)}]"
    return {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}.get(kind, "Any")


def class_text(name, schema, definitions):
    required = set(schema.get("required", []))
    lines = [f"{name} = TypedDict(", f'    "{name}",', "    {"]
    for key, value in schema["properties"].items():
        mark = "Required" if key in required else "NotRequired"
        lines.append(f'        "{key}": {mark}[{type_of(value, definitions)}],')
    lines += ["    },", ")"]
    description = schema.get("description") or schema.get("title") or ""
    return "\n".join(([f"#: {description}"] if description else []) + lines)


def module_text():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    definitions = schema["$defs"]
    parts = [HEAD]
    for name, definition in definitions.items():
        if is_object(definition):
            parts.append(class_text(class_name(name), definition, definitions))
    parts.append(class_text("GazetteRecord", schema, definitions))
    return "\n\n".join(parts) + "\n"


def main():
    text = module_text()
    if "--check" in sys.argv:
        if TARGET.read_text(encoding="utf-8") != text:
            sys.exit(f"{TARGET} is not what {SCHEMA} gives; run {Path(__file__).name}")
        return
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
