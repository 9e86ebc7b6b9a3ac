# Sourced by mvnw and rollbook: sets JAVA_HOME to a JDK that Rollbook runs on, or explains.

rollbook_java_needed=25

# The major version of the JDK in directory $1, 0 when there is none.
rollbook_jdk_major() {
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  local version
  version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1)
  echo "${version:-0}"
}

rollbook_find_jdk() {
  local candidate major best=0 found=""
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    major=$(rollbook_jdk_major "$candidate")
    [ "$major" -ge "$rollbook_java_needed" ] || continue
    # What the caller chose wins over anything newer.
    if [ "$candidate" = "${JAVA_HOME:-}" ]; then
      return 0
    fi
    if [ "$major" -gt "$best" ]; then
      best=$major
      found=$candidate
    fi
  done
  if [ -z "$found" ]; then
    echo "Rollbook needs a JDK $rollbook_java_needed or newer and found none in JAVA_HOME or /usr/lib/jvm." >&2
    echo "Install one (for example Eclipse Temurin $rollbook_java_needed) or set JAVA_HOME to it, and try again." >&2
    return 1
  fi
  export JAVA_HOME="$found"
}
