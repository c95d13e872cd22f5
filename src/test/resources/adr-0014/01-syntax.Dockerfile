# syntax=docker/dockerfile:1.7
