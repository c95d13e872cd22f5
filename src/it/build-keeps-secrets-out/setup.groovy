import java.security.KeyPairGenerator

def keys = KeyPairGenerator.getInstance('RSA')
keys.initialize(2048)
def lines = Base64.getMimeEncoder(64, '\n'.bytes).encodeToString(keys.generateKeyPair().private.encoded)
new File(basedir, 'key.pem').text = "-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n"
return true
