# Cordon in a container: built with its database, run as nobody in particular, nothing written but /tmp.
#   docker build -t cordon .
#   docker run --read-only --tmpfs /tmp -p 8501:8501 cordon
FROM python:3.11-slim-bookworm

# Chromium draws the pictures and cards; everything else works without it.
RUN apt-get update -q \
    && apt-get install -y -q --no-install-recommends chromium-headless-shell \
    && rm -rf /var/lib/apt/lists/*

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/tmp
WORKDIR /srv/cordon

COPY requirements.txt constraints.txt ./
RUN pip install --no-cache-dir --disable-pip-version-check -r requirements.txt

COPY . ./
RUN python -m analytics build

RUN useradd --system --no-create-home --uid 10001 cordon
USER cordon

EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8501/api/v1/health', timeout=4)"]

CMD ["streamlit", "run", "app.py", "--server.port=8501", "--server.address=0.0.0.0", "--server.fileWatcherType=none"]
