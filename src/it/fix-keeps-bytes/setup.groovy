// Written here, since a checkout may change line ends.
new File(basedir, 'Dockerfile').bytes =
    '\ufeffFROM debian:12 AS b\r\n# Gr\u00fc\u00dfe\r\nFROM debian:12\nCOPY --from=b /a /opt/a'.getBytes('UTF-8')
return true
