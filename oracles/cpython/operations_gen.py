"""What the driver must know of each domain's operations.

Generated from spec/operations/*.json by `npm run generate`: do not edit.
"""

DOMAINS = {
    "pymalloc": {
        "record_words": 6,
        "observation_words": 12,
        "snapshot_every": 16,
        "operations": {
            1: "malloc",
            2: "calloc",
            3: "realloc",
            4: "free",
            5: "free-null",
            6: "malloc-many",
            7: "free-many",
            8: "arena-bases",
            9: "refuse-arenas",
            10: "refuse-raw",
            11: "statistics",
            12: "allocated-blocks",
            13: "write-after",
            14: "write-before",
            15: "free-by-other-api",
            16: "free-twice",
        },
    },
}
