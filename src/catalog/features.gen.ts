/**
 * Rules that differ between builds, and known bugs, by domain.
 * Generated from spec/features/*.json by `npm run generate`: do not edit.
 */
import type { DomainId } from "../vocabulary/domains.js";
import type { FeatureBook } from "./feature.js";

export const FEATURE_BOOKS: Readonly<Record<DomainId, readonly FeatureBook[]>> = {
  pymalloc: [
    {
      "knownUntil": "3.16.0a0",
      "features": [
        {
          "name": "pymalloc.alignment",
          "text": "bytes; also the step of the size classes",
          "source": "Include/internal/pycore_obmalloc.h, ALIGNMENT",
          "rules": [
            {
              "value": 16,
              "builds": {
                "pointerBits": 64
              }
            },
            {
              "value": 8,
              "builds": {
                "pointerBits": 32
              }
            }
          ]
        },
        {
          "name": "pymalloc.pool-bytes",
          "text": "size of a pool; large pools came with the map of arenas, which needs 64-bit pointers",
          "source": "bpo-37448, Include/internal/pycore_obmalloc.h, POOL_SIZE",
          "rules": [
            {
              "value": 16384,
              "since": "3.10.0a7",
              "builds": {
                "pointerBits": 64
              }
            },
            {
              "value": 4096
            }
          ]
        },
        {
          "name": "pymalloc.arena-bytes",
          "text": "size of an arena",
          "source": "bpo-37448, Include/internal/pycore_obmalloc.h, ARENA_SIZE",
          "rules": [
            {
              "value": 1048576,
              "since": "3.10.0a7",
              "builds": {
                "pointerBits": 64
              }
            },
            {
              "value": 262144
            }
          ]
        },
        {
          "name": "pymalloc.pool-header-bytes",
          "text": "size of a pool's header, rounded up to the alignment",
          "source": "Objects/obmalloc.c, POOL_OVERHEAD",
          "rules": [
            {
              "value": 48,
              "builds": {
                "pointerBits": 64
              }
            },
            {
              "value": 32,
              "builds": {
                "pointerBits": 32
              }
            }
          ]
        },
        {
          "name": "pymalloc.arena-entry-bytes",
          "text": "size of an entry of the table of arenas",
          "source": "Include/internal/pycore_obmalloc.h, struct arena_object",
          "rules": [
            {
              "value": 48,
              "builds": {
                "pointerBits": 64
              }
            },
            {
              "value": 28,
              "builds": {
                "pointerBits": 32
              }
            }
          ]
        },
        {
          "name": "pymalloc.pointer-bytes",
          "text": "size of a pointer, and of the words of the debug hooks",
          "source": "the build",
          "rules": [
            {
              "value": 8,
              "builds": {
                "pointerBits": 64
              }
            },
            {
              "value": 4,
              "builds": {
                "pointerBits": 32
              }
            }
          ]
        },
        {
          "name": "pymalloc.keep-last-arena",
          "text": "an empty arena is kept when it is the last of the usable arenas",
          "source": "bpo-37257",
          "rules": [
            {
              "value": true,
              "since": "3.9.0a1"
            },
            {
              "value": false
            }
          ]
        },
        {
          "name": "pymalloc.hooks",
          "text": "debug hooks are in force",
          "source": "_PyMem_GetCurrentAllocatorName",
          "rules": [
            {
              "value": true,
              "builds": {
                "allocator": "pymalloc_debug"
              }
            },
            {
              "value": false
            }
          ]
        }
      ],
      "quirks": [],
      "book": "pymalloc"
    }
  ],
};
