variable "REPO" { default = "registry.example.com/app" }

target "app" {
  cache-from = ["type=registry,ref=${REPO}:cache"]
  cache-to   = CI != "" ? ["type=registry,ref=${REPO}:cache,mode=max,image-manifest=true,compression=zstd"] : []
}
