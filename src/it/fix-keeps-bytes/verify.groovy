def text = new String(new File(basedir, 'Dockerfile').bytes, 'UTF-8')
assert text ==
    '\ufeff# syntax=docker/dockerfile:1.7\r\nFROM debian:12 AS b\r\n# Gr\u00fc\u00dfe\r\nFROM debian:12\nCOPY --link --from=b /a /opt/a'
