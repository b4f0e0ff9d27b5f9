#!/usr/bin/env bash
# Prints true where the packages of the Azure Functions host can be had, false where the feed lacks them.
cd "$(dirname "$0")/.."
if dotnet restore -p:DurableFunctions=true tests/PlaceLeadership.Functions.Tests >/dev/null; then echo true; else echo false; fi
